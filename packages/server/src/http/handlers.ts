import type { Api, OperationName } from '@clientele/contracts';
import type { Context } from 'hono';
import type { z } from 'zod';

type Parsed<Part> = NonNullable<Part> extends z.ZodType ? z.output<NonNullable<Part>> : undefined;

/** What a handler is given: the parts of the request as their schemas made them. */
export interface RequestOf<Name extends OperationName> {
  params: Parsed<Api[Name]['params']>;
  query: Parsed<Api[Name]['query']>;
  body: Parsed<Api[Name]['body']>;
  context: Context;
}

type AnswerOf<Name extends OperationName> =
  unknown extends Parsed<Api[Name]['answer']> ? Response | undefined : Parsed<Api[Name]['answer']>;

/** One handler an operation: parses nothing, answers what the operation's schema says, or a response where it has none. */
export type Handlers = {
  [Name in OperationName]: (request: RequestOf<Name>) => Promise<AnswerOf<Name>> | AnswerOf<Name>;
};

/** Some of the handlers. */
export type HandlersOf<Names extends OperationName> = Pick<Handlers, Names>;
