import type { Report } from '../report.ts';
import { page, styles } from './page.ts';
import type { Sheet } from './sheet.ts';

export interface Entry {
  title: string;
  page: number;
  destination: string;
}

const line = 19;

/** Where the contents go on the first page, or null where there is no room for so many. */
export function contentsPlace(sheet: Sheet, entries: number): number | null {
  const height = 24 + entries * line;
  if (entries < 2 || sheet.room < height) return null;
  const top = sheet.y;
  sheet.down(height);
  return top;
}

/** Sections with their pages, each a link. */
export function drawContents(sheet: Sheet, { text }: Report, entries: readonly Entry[], top: number): void {
  const { type, document } = sheet;
  type.line(text('report.contents'), page.left, top, styles.subheading);
  for (const [index, entry] of entries.entries()) {
    const y = top + 20 + index * line;
    sheet.hairline(y);
    const style = { ...styles.body, line };
    type.line(type.shortened(entry.title, style, page.right - page.left - 40), page.left, y, style);
    type.line(String(entry.page), page.right, y, { ...style, color: styles.label.color }, 'right');
    document.goTo(page.left, y, page.right - page.left, line, entry.destination);
  }
}
