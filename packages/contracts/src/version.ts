/** The version of Clientele, part of every receipt. */
export const version = '0.1.0';
