/** The most rows in a source's sample. */
export const sampleRows = 2000;
