/** The cookie of the one creator of the demo. */
export const SESSION = { name: 'session', value: 'demo-creator' };

const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax';

/** `Set-Cookie` that signs the demo's creator in. */
export const SIGN_IN = `${SESSION.name}=${SESSION.value}; ${ATTRIBUTES}`;

/** `Set-Cookie` that signs out. */
export const SIGN_OUT = `${SESSION.name}=; ${ATTRIBUTES}; Max-Age=0`;
