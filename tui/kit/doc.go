// Package kit is the contract below the screens: what a screen is, what it
// draws, what it may use, and how one opens another. It knows no screen and no
// disk.
package kit
