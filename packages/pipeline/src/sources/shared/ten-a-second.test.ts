import { expect, it } from 'vitest';
import { tenASecond } from './ten-a-second.ts';

it('passes the first of many calls at once', () => {
  const passed: number[] = [];
  const report = tenASecond((share: number) => passed.push(share));
  for (let call = 0; call < 1000; call++) report(call);
  expect(passed[0]).toBe(0);
  expect(passed.length).toBeLessThan(10);
});
