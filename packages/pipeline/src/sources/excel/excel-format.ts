import type { Format } from '../shared/format.ts';

/** Excel workbooks (.xlsx, .xlsm). What reads them is loaded with the first of them. */
export const excelFormat: Format = {
  recognises(file) {
    if (file.head.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return false;
    return file.head.includes('xl/') || /^\.xls[xm]$/.test(file.extension);
  },
  async open(file, options) {
    const { openWorkbook } = await import('./open-workbook.ts');
    return openWorkbook(file, options);
  },
};
