import type { Api, OperationName } from '@clientele/contracts';

/** A zod schema as far as the types of this client need it. */
interface Schema {
  _zod: { input: unknown; output: unknown };
}
type InputOf<Part> = NonNullable<Part> extends Schema ? NonNullable<Part>['_zod']['input'] : undefined;
type OutputOf<Part> = NonNullable<Part> extends Schema ? NonNullable<Part>['_zod']['output'] : undefined;

/** A part that the operation does not have, or of which nothing is required, may be left out. */
type PartOf<Key extends string, Part> = unknown extends Part
  ? { [K in Key]?: undefined }
  : Record<string, never> extends Part
    ? { [K in Key]?: Part }
    : { [K in Key]: Part };

/** Query values are given as what they mean: lists and numbers; the client writes them as text. */
type QueryOf<Name extends OperationName> = Loosened<OutputOf<Api[Name]['query']>, InputOf<Api[Name]['query']>>;
type Loosened<Output, Input> = unknown extends Output
  ? unknown
  : { [K in keyof Input]: K extends keyof Output ? Output[K] : never };

/** What a call of the operation is given. */
export type RequestOf<Name extends OperationName> = PartOf<'params', InputOf<Api[Name]['params']>> &
  PartOf<'query', QueryOf<Name>> &
  PartOf<'body', InputOf<Api[Name]['body']>> & { signal?: AbortSignal };

/** What a call of the operation answers. */
export type AnswerOf<Name extends OperationName> =
  unknown extends OutputOf<Api[Name]['answer']> ? undefined : OutputOf<Api[Name]['answer']>;
