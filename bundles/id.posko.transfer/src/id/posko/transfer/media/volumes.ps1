# The mounted volumes, in the form of "lsblk --pairs". Constructed from Microsoft's documentation of the classes
# Win32_LogicalDisk, Win32_DiskPartition and Win32_DiskDrive.
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
function Plain($text) { "$text".Replace('\', '\x5c').Replace('"', '\x22') }
Get-CimInstance -ClassName Win32_LogicalDisk -Filter 'DriveType = 2 or DriveType = 3' | ForEach-Object {
	$drive = $null
	$partition = Get-CimAssociatedInstance -InputObject $_ -ResultClassName Win32_DiskPartition | Select-Object -First 1
	if ($partition) {
		$drive = Get-CimAssociatedInstance -InputObject $partition -ResultClassName Win32_DiskDrive | Select-Object -First 1
	}
	$removable = if ($_.DriveType -eq 2) { 1 } else { 0 }
	$readOnly = if ($_.Access -eq 1) { 1 } else { 0 }
	'NAME="{0}" UUID="{1}" LABEL="{2}" FSTYPE="{3}" SIZE="{4}" MOUNTPOINT="{5}" RM="{6}" TRAN="{7}" MODEL="{8}" RO="{9}"' -f $_.DeviceID, $_.VolumeSerialNumber, (Plain $_.VolumeName), $_.FileSystem, $_.Size, (Plain "$($_.DeviceID)\"), $removable, $drive.InterfaceType, (Plain $drive.Model), $readOnly
}
