-- How the numbers of lists are written. Paragraphs from before have none: figures, as they were shown.
CREATE TYPE "NumberStyle" AS ENUM ('lower-alpha', 'upper-alpha', 'lower-roman', 'upper-roman');
ALTER TABLE "Paragraph" ADD COLUMN "numberStyle" "NumberStyle",
  ADD CONSTRAINT "Paragraph_numberStyle_of_number" CHECK ("numberStyle" IS NULL OR "ordinal" IS NOT NULL);
ALTER TABLE "TargetParagraph" ADD COLUMN "numberStyle" "NumberStyle",
  ADD CONSTRAINT "TargetParagraph_numberStyle_of_number" CHECK ("numberStyle" IS NULL OR "ordinal" IS NOT NULL);
