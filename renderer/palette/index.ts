import { openSpotlight } from "@mantine/spotlight";

export { Palette } from "./palette.tsx";
export const openPalette = openSpotlight;
