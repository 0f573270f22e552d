/** Made by the build; not there in a fresh clone. */
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}

declare module '*.mdx' {
  const page: () => never;
  export default page;
}

interface ImportMeta {
  /** Of Vite: modules by their paths. */
  glob<Module>(pattern: string, options: { readonly eager: true }): Readonly<Record<string, Module>>;
}
