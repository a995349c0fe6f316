/** Colours of one scheme, by what they are for. */
export interface Tokens {
  page: string;
  rail: string;
  raised: string;
  subtle: string;
  hairline: string;
  line: string;
  ink: string;
  ink2: string;
  ink3: string;
  measure: string;
  measure2: string;
  quiet: string;
  better: string;
  worse: string;
  caution: string;
  button: string;
  buttonText: string;
  focus: string;
  /** Low to high, seven steps. */
  ramp: readonly string[];
  /** Below, equal, above a mean. */
  around: readonly [string, string, string];
  /** In order of a segment's value. */
  segments: readonly string[];
  noise: string;
}

export type Scheme = 'light' | 'dark';

export const tokens: Record<Scheme, Tokens> = {
  light: {
    page: '#FFFFFF',
    rail: '#F7F8F9',
    raised: '#F7F8F9',
    subtle: '#F3F5F6',
    hairline: '#E5E8EB',
    line: '#CDD3D9',
    ink: '#12181F',
    ink2: '#46525D',
    ink3: '#65717C',
    measure: '#2B4A66',
    measure2: '#8496A7',
    quiet: '#B9C6D2',
    better: '#17704F',
    worse: '#B42332',
    caution: '#9A5B00',
    button: '#16202A',
    buttonText: '#FFFFFF',
    focus: '#2F6FDE',
    ramp: ['#EFF3F6', '#D5E0E9', '#AEC4D5', '#7D9FB9', '#4D7697', '#2A5174', '#16324D'],
    around: ['#8A5A2B', '#F4F5F5', '#23507A'],
    segments: ['#4F4BD0', '#2A9D8F', '#CF7A10', '#9A2C6B', '#66631A', '#5A2E22', '#1796E3'],
    noise: '#717C85',
  },
  dark: {
    page: '#101418',
    rail: '#0B0E11',
    raised: '#151A1F',
    subtle: '#1B2127',
    hairline: '#242B31',
    line: '#3A444C',
    ink: '#EDF1F4',
    ink2: '#B4BFC8',
    ink3: '#8B97A1',
    measure: '#9DB8D0',
    measure2: '#566D82',
    quiet: '#3C4F60',
    better: '#5CC79B',
    worse: '#F2808A',
    caution: '#E5B567',
    button: '#E8EDF1',
    buttonText: '#101418',
    focus: '#6EA2F5',
    ramp: ['#1A2229', '#22323F', '#2D475B', '#3F6480', '#5E8AAA', '#8FB4D0', '#C9DFF0'],
    around: ['#C48A52', '#1B2127', '#6FA3CF'],
    segments: ['#807FF2', '#4CCBBC', '#F0AC55', '#D45F90', '#948A1F', '#A05A2C', '#9CCBF2'],
    noise: '#8E9AA4',
  },
};
