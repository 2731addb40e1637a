// The one table of OpenCC that is used: traditional characters with their simplified ones.
declare module "opencc-js/dict/TSCharacters" {
  /** "from to|from to to2|…" */
  const pairs: string;
  export default pairs;
}
