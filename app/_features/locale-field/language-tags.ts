/** Languages to choose from; any other tag can be typed. */
export const LANGUAGE_TAGS: readonly string[] = (
  "ar bg bn bs ca cs da de de-AT de-CH el en en-GB en-US es es-MX et eu fa fi fr fr-CA fr-CH ga gl he hi hr " +
  "hu hy id is it ja ka ko lb lt lv mk ms nb nl nn pl pt pt-BR ro ru sk sl sq sr sv sw ta th tr uk ur vi " +
  "zh-Hans zh-Hant"
).split(" ");
