// app://camera/ — the picture of the document camera: watched, cropped and taken here, kept by the desk around it.
export {};
