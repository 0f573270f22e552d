/** No provider of this script has parts on demand, so none is made. */
export const OnDemand = undefined as never;
