interface ScriptUrlPolicy {
  /** An object that stands for the text and is taken wherever the text is. */
  createScriptURL(url: string): string;
}

interface TrustedTypesGlobal {
  readonly trustedTypes?: { createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy };
}

let policy: ScriptUrlPolicy | undefined;

/** A worker that runs `text`, and how to let go of its URL once it has started. Throws where the page forbids it. */
export function blobWorker(text: string): { worker: Worker; revoke: () => void } {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const revoke = (): void => URL.revokeObjectURL(url);
  try {
    return { worker: new Worker(trusted(url)), revoke };
  } catch (thrown) {
    revoke();
    throw thrown;
  }
}

/** A page with Trusted Types runs scripts only from URLs of a named policy; ours passes blob URLs and nothing else. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as TrustedTypesGlobal;
  if (trustedTypes === undefined) return url;
  policy ??= trustedTypes.createPolicy('learner-elements', {
    createScriptURL(own) {
      if (!own.startsWith('blob:')) throw new TypeError('Expected a blob URL.');
      return own;
    },
  });
  return policy.createScriptURL(url);
}
