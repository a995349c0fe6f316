import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashData } from './hash-data.ts';
import { customerTable } from './testing/tables.ts';

const all = (rows: number) => Int32Array.from({ length: rows }, (_, row) => row);

describe('hashData', () => {
  it('is the SHA-256 of the bytes its comment describes', () => {
    const table = { ...customerTable({ x: [1.5, Number.NaN], g: ['é', null] }), ids: ['a', 'bc'] };
    const hex =
      '02000000' + // customers
      '0100000061' + // a
      '020000006263' + // bc
      '0100000078' + // x
      '000000000000f83f' + // 1.5
      '000000000000f87f' + // NaN
      '0100000067' + // g
      '02000000c3a9' + // é
      'ffffffff'; // missing
    expect(hashData(table, all(2))).toBe(createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex'));
  });

  it('tells ids apart whose joined text is the same', () => {
    const table = customerTable({ x: [1, 1] });
    const one = hashData({ ...table, ids: ['ab', 'c'] }, all(2));
    expect(hashData({ ...table, ids: ['a', 'bc'] }, all(2))).not.toBe(one);
  });

  it('takes more than its buffer holds, and an id longer than that', () => {
    const rows = 20_000;
    const table = customerTable({ x: Array.from({ length: rows }, (_, row) => row) });
    const long = { ...table, ids: table.ids.with(5, 'x'.repeat(100_000)) };
    expect(hashData(table, all(rows))).not.toBe(hashData(long, all(rows)));
    expect(hashData(long, all(rows))).toBe(hashData(long, all(rows)));
  });

  it('leaves out customers that the method did not see', () => {
    const table = customerTable({ x: [1, 2, 3] });
    const changed = customerTable({ x: [1, 99, 3] });
    const kept = Int32Array.of(0, 2);
    expect(hashData(table, kept)).toBe(hashData(changed, kept));
  });
});
