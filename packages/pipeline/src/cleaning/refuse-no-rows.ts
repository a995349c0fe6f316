import { ClienteleError } from '@clientele/contracts';

/** Throws `no-rows` where a file has headings only. */
export function refuseNoRows(rows: number, file: string): void {
  if (rows > 0) return;
  throw new ClienteleError('no-rows', `${file} has headings but no rows below them; export it again with data.`, {
    file,
  });
}
