-- 收文 and 发文 registers.
SELECT 1;
