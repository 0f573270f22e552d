interface ScriptUrlPolicy {
  /** An object that stands for the text and is taken wherever the text is. */
  createScriptURL(url: string): string;
}

interface TrustedTypesGlobal {
  readonly trustedTypes?: { readonly createPolicy?: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy };
}

/** The worker, and the scripts that stand beside the one that was loaded. */
const OURS = /^blob:|\/(?:export|definitions|locales\/(?:definitions\/)?[\w-]+|(?:learner-elements|creator|at-risk)\.[a-z]+)\.js$/;

let policy: ScriptUrlPolicy | undefined;

/**
 * The address of a script of ours, as a page takes it that demands Trusted Types: by the policy `learner-elements`. Throws where the page
 * forbids it.
 */
export function scriptUrl(url: string): string {
  const { trustedTypes } = globalThis as TrustedTypesGlobal;
  if (typeof trustedTypes?.createPolicy !== 'function') return url;
  policy ??= trustedTypes.createPolicy('learner-elements', {
    createScriptURL(own) {
      if (!OURS.test(own)) throw new TypeError('Expected the address of a script of learner-elements.');
      return own;
    },
  });
  return policy.createScriptURL(url);
}
