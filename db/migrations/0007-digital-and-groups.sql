-- Received digital files, captions and properties of photos, audio and video.
SELECT 1;
