/** Made by the build; not there in a fresh clone. */
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
