import { expectGolden } from "./support/golden.ts";
import { createStoryStage, type StoryStage } from "./support/story-stage.ts";
import { readStories } from "./support/story.ts";

let stage: StoryStage;
beforeAll(async () => {
  stage = await createStoryStage();
});
afterAll(() => stage.close());

test.each(readStories())("$name: $title", async (story) => {
  expectGolden(await stage.play(story), story.outcome);
});
