-- What an office adjusts on a form.
SELECT 1;
