/** Methods quick enough for resamples of many customers; those that look at pairs of customers or matrices of columns are not. */
export const quickRows = 5000;
export const dearRows = 2000;

/** Half: places are dense by how many customers lie near, and so with few of them nothing is. */
export const halfOf = (rows: number): number => Math.max(1, Math.round(rows / 2));
