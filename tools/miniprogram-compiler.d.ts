/** WeChat's own compiler of templates, as pages without glass-easel are compiled; the package brings no types. */
declare module 'miniprogram-compiler' {
  interface Options {
    /** Paths inside the folder, with their endings. */
    readonly wxmlList: readonly string[];
    readonly wxsList: readonly string[];
    /** bytes of the program that the compiler may print */
    readonly maxBuffer: number;
  }
  /**
   * @returns the body of a function that returns `$gwx`, which finds a template's renderer by its path. @throws Error
   */
  export function wxmlToJs(folder: string, options: Options): string;
}
