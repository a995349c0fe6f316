/** Media query of the phone layout. */
export const narrow = '(max-width: 899px)';
