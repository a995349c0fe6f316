import type { Value } from '@clientele/engines';

/** Collects the values of one statement; `bind` answers the place that stands for a value in the text. */
export class Bindings {
  readonly values: Value[] = [];

  bind(value: Value): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  bindAll(values: readonly Value[]): string {
    return values.map((value) => this.bind(value)).join(', ');
  }
}
