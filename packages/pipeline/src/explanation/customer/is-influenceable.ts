import { shortLabel } from '../../segments/feature-words.ts';

/** Words of a column's name that say what a shop cannot change about a customer: who they are, where and how they live, how long they have been one. */
const fixedWords: ReadonlySet<string> = new Set(
  [
    'age alter dob birth born birthday gender sex geschlecht height weight race ethnicity religion nationality language sprache',
    'id ids nr number no identifier code key zip plz postcode phone',
    'country land city stadt region state county province area district town ort location latitude longitude lat lon lng',
    'education educ degree school studies bildung job occupation profession beruf work experience',
    'income salary wage wages earnings wealth einkommen gehalt',
    'marital married family household home spouse partner dependents familienstand haushalt kids',
    'tenure membership member seniority since joined join registered registration signup enrolled enrolment enrollment years jahre',
  ].flatMap((words) => words.split(' ')),
);
/** Beginnings of words that say the same: Kidhome, Teenhome, Children, Geburtsjahr. */
const fixedBeginnings = [
  'kid',
  'teen',
  'child',
  'kind',
  'birth',
  'geburt',
  'educat',
  'marit',
  'postal',
  'enrol',
  'regist',
];

/** Whether a shop can realistically change a column of a customer table, by its name: true where no word of it says otherwise. */
export function isInfluenceable(label: string): boolean {
  const words = shortLabel(label)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return !words.some((word) => fixedWords.has(word) || fixedBeginnings.some((beginning) => word.startsWith(beginning)));
}
