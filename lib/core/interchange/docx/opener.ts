/** The shape of what an element of a WordprocessingML story does when it opens. */
import type { OpenParagraph } from "./open-paragraph";
import type { Story } from "./story-state";
import type { Attributes } from "./xml-events";

/** "skip": the element and all that is in it is no part of the final text. */
export type Opener = (story: Story, attributes: Attributes) => "skip" | undefined;

/** The innermost open paragraph. */
export const currentParagraph = (story: Story): OpenParagraph | undefined => story.open.at(-1);

/** An opener that only acts. */
export const act =
  (action: (story: Story, attributes: Attributes) => void): Opener =>
  (story, attributes) => {
    action(story, attributes);
    return undefined;
  };
