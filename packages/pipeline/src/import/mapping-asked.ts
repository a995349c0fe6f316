import { type ClienteleError, isClienteleError, type Mapping } from '@clientele/contracts';
import { completeMapping, type MappingPatch } from '../recognition/complete-mapping.ts';
import type { OpenedSource } from './opened-source.ts';

/** The mapping that a file is to be read by; `incomplete` says what it lacks, and is null where it lacks nothing. */
export interface MappingAsked {
  mapping: Mapping;
  incomplete: ClienteleError | null;
  /** True where the user says what the currency is, or that there is none. */
  statesCurrency: boolean;
}

/** The recognised mapping with what the user says put over it. Throws `column-missing`. */
export function mappingAsked({ source, recognition }: OpenedSource, patch: MappingPatch = {}): MappingAsked {
  const statesCurrency = patch.currency !== undefined;
  try {
    return { mapping: completeMapping(source, recognition.mapping, patch), incomplete: null, statesCurrency };
  } catch (cause) {
    if (!isClienteleError(cause) || cause.code !== 'mapping-incomplete') throw cause;
    // A table of customers needs no role, so that its mapping is as far as this one came.
    const mapping = completeMapping(source, recognition.mapping, { ...patch, kind: 'customers' });
    return { mapping: { ...mapping, kind: 'orders' }, incomplete: cause, statesCurrency };
  }
}
