ALTER TYPE "ThreadSide" ADD VALUE 'source';
