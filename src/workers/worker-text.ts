/** The worker as the text of one classic script. Empty in source form; the build puts it in. */
export const WORKER_TEXT: string = '';
