/** The package brings no types. */
declare module 'libheif-js/wasm-bundle.js' {
  interface Space {
    data: Uint8ClampedArray;
    width: number;
    height: number;
  }
  interface Picture {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    /** Draws upright; null when it cannot. */
    display(space: Space, done: (drawn: Space | null) => void): void;
  }
  const libheif: { HeifDecoder: new () => { decode(bytes: Uint8Array): Picture[] } };
  // biome-ignore lint/style/noDefaultExport: that is how the package is.
  export default libheif;
}
