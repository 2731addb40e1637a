-- 全宗: names over time, opening and closing, forerunners; versions of the classification scheme.
SELECT 1;
