export { Faces, PeopleHere } from "./people-here.tsx";
export { noteTyping, useBeHere } from "./use-be-here.ts";
