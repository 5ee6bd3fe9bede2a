import { OpenAPIHono } from '@hono/zod-openapi';
import { apiError } from '../refusals/errors';
import { problem } from '../refusals/problem';

/** Answers do not grow with what a stranger sends. */
const mostErrors = 50;
const shortened = (message: string): string =>
  message.length > 300 ? `${message.slice(0, 300)}...` : message;

/** Routes of our own API: each is made with `createRoute`, so that `/openapi.json` and the code cannot part ways. */
export function ownApi(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const errors = result.error.issues.slice(0, mostErrors).map(({ path, message }) => ({
        pointer: `/${path.map(String).join('/')}`,
        message: shortened(message),
      }));
      return problem(context, {
        code: 'BadRequest',
        detail: `Mend what "errors" names (${errors.length}), then send it again. Nothing was changed.`,
        errors,
      });
    },
  });
}

/** Routes of the CPP dialect: the same, with CPP's error envelope. */
export function cppApi(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const [first] = result.error.issues;
      const where = first === undefined ? '' : first.path.map(String).join('.');
      return apiError(
        context,
        'BadRequest',
        `The argument: '${where}' is not valid: ${shortened(first?.message ?? '')}`,
      );
    },
  });
}
