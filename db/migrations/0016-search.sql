-- 检索.
SELECT 1;
