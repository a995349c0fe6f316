import { type FigureTable, figureCsv } from '@clientele/charts';

// With it spreadsheets read the file as UTF-8.
const byteOrderMark = '\uFEFF';

/** Hands the user a file made here. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  downloadFrom(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Hands the user the numbers of a figure as CSV. */
export const downloadTable = (name: string, table: FigureTable): void =>
  download(`${name}.csv`, new Blob([byteOrderMark, figureCsv(table)], { type: 'text/csv' }));

/** Hands the user a file of the service. */
export function downloadFrom(address: string, name = ''): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
