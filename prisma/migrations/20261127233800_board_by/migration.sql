-- Who decided whether a post is on the public board.

-- AlterTable
ALTER TABLE "posts" ADD COLUMN     "board_by" TEXT NOT NULL DEFAULT 'unread';

-- What is shown by now was read.
UPDATE "posts" SET "board_by" = 'reader' WHERE NOT "off_board";

-- By hand: what Prisma's schema cannot say.
ALTER TABLE "posts" ADD CONSTRAINT "posts_board_by" CHECK ("board_by" IN ('unread', 'reader', 'person'));
