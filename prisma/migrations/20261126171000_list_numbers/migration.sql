-- The numbers of numbered lists. Paragraphs from before have none: their lists are shown as they were.
ALTER TABLE "Paragraph" ADD COLUMN "ordinal" INTEGER,
  ADD CONSTRAINT "Paragraph_ordinal_of_item" CHECK ("ordinal" IS NULL OR ("kind" = 'list-item' AND "ordinal" >= 0));
ALTER TABLE "TargetParagraph" ADD COLUMN "ordinal" INTEGER,
  ADD CONSTRAINT "TargetParagraph_ordinal_of_item" CHECK ("ordinal" IS NULL OR ("kind" = 'list-item' AND "ordinal" >= 0));
