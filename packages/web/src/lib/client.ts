import { createClient } from '@clientele/client';

/** The API of the service this page came from. */
export const client = createClient();
