import { ClienteleError } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { fromSent, toSent } from './messages.ts';

describe('errors between threads', () => {
  it('keep code, sentence and facts of ours', () => {
    const sent = structuredClone(
      toSent(new ClienteleError('too-few-customers', 'One customer is left.', { customers: 1 })),
    );
    expect(fromSent(sent)).toMatchObject({
      name: 'ClienteleError',
      code: 'too-few-customers',
      message: 'One customer is left.',
      data: { customers: 1 },
    });
  });

  it('keep the sentence of others', () => {
    expect(fromSent(structuredClone(toSent(new RangeError('rows x columns'))))).toEqual(new Error('rows x columns'));
    expect(fromSent(toSent('text'))).toEqual(new Error('text'));
  });
});
