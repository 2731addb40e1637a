-- Cross-references, sealed packets, the right to see 党务.
SELECT 1;
