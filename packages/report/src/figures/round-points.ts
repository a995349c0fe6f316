/** How ECharts writes a round mark: a circle of radius 1, scaled and moved. */
const round =
  /<path d="M1 0A1 1 0 1 1 1 -0\.\d+A1 1 0 0 1 1 0" transform="matrix\(([\d.]+),0,0,\1,(-?[\d.]+),(-?[\d.]+)\)"([^>]*)><\/path>/g;
const run = /(?:<circle c[^>]*\/>){8,}/g;
const circle = /<circle cx="(\S+)" cy="(\S+)" r="(\S+)"([^>]*)\/>/g;

const short = (value: string): string => String(Math.round(Number(value) * 100) / 100);

/** Round marks as circles; many alike in a row are a group with the class `points`, a third of the text. */
export function roundPoints(svg: string): string {
  const circles = svg.replace(round, (_, radius: string, x: string, y: string, rest: string) => {
    // The width of its outline was scaled too.
    const outlined = rest.includes(' stroke="')
      ? ` stroke-width="${Number(/stroke-width="([\d.]+)"/.exec(rest)?.[1] ?? 1) * Number(radius)}"`
      : '';
    return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"${rest.replace(/ stroke-width="[^"]*"/, '')}${outlined}/>`;
  });
  return circles.replace(run, (marks) => {
    let [groups, style] = ['', ''];
    for (const [, x, y, radius, attributes = ''] of marks.matchAll(circle)) {
      if (/fill-opacity="0"/.test(attributes) && !attributes.includes(' stroke="')) continue;
      if (attributes !== style || groups === '')
        groups += `${groups === '' ? '' : '</g>'}<g class="points"${attributes}>`;
      style = attributes;
      groups += `<circle cx="${x}" cy="${y}" r="${radius}"/>`;
    }
    return groups === '' ? '' : `${groups}</g>`;
  });
}
