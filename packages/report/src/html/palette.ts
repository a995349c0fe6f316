const colored = /(fill|stroke|stop-color)="(#[0-9a-fA-F]{3,8}|rgba?\([^"]*\))"/g;

/** Colours of a document that differ between the schemes, each a variable of its style sheet. */
export class Palette {
  readonly #pairs = new Map<string, { name: string; light: string; dark: string }>();

  /**
   * One drawing for both schemes, of the same drawing in light and in dark: colours that differ become variables. Null where more than
   * colours differs.
   */
  merge(light: string, dark: string): string | null {
    if (light.replace(colored, '$1') !== dark.replace(colored, '$1')) return null;
    const darkColors = [...dark.matchAll(colored)].map(([, , color]) => color ?? '');
    let at = 0;
    return light.replace(colored, (whole, attribute: string, color: string) => {
      const other = darkColors[at] ?? color;
      at += 1;
      return other === color ? whole : `${attribute}="var(--${this.#nameOf(color, other)})"`;
    });
  }

  /** Declarations of the variables in one scheme. */
  css(scheme: 'light' | 'dark'): string {
    return [...this.#pairs.values()].map((pair) => `--${pair.name}:${pair[scheme]}`).join(';');
  }

  #nameOf(light: string, dark: string): string {
    const key = `${light} ${dark}`;
    const pair = this.#pairs.get(key) ?? { name: `c${this.#pairs.size}`, light, dark };
    this.#pairs.set(key, pair);
    return pair.name;
  }
}
