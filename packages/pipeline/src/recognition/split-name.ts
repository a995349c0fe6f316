/** The words of a column name in lower case, without accents: InvoiceNo -> invoice no; N. Revenue -> n revenue. */
export function splitName(name: string): string[] {
  return name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/#|№|n°/g, ' no ')
    .replaceAll(/\((s|es|n|en)\)/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The same as one word, for comparing names however they are written. */
export function squashName(name: string): string {
  return splitName(name).join('');
}
